'use strict';

/** What came of a workflow's execution, for the node called `OneFile`. */
function outcomeOf(run) {
	const { resultData } = run.data;
	const last = (node) => resultData.runData[node]?.at(-1);
	const outputs = last('OneFile')?.data?.main ?? [];
	return {
		status: run.status,
		error: resultData.error,
		/** Items of the first output, as n8n hands them on. */
		items: outputs[0] ?? [],
		json: jsonOf(outputs[0]),
		/** Items of the error output, if the node has one. */
		refused: jsonOf(outputs[1]),
		hints: last('OneFile')?.hints ?? [],
		/** What another node of the workflow put out. */
		outputOf: (node) => jsonOf(last(node)?.data?.main[0]),
		/** All that n8n would save of the execution. */
		saved: JSON.stringify(run.data),
	};
}

const jsonOf = (items) => (items ?? []).map(({ json }) => json);

module.exports = { outcomeOf };
