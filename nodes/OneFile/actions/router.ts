import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError, sleep } from 'n8n-workflow';

import { Lookup } from '../lookup/lookup';
import { OneFileClient } from '../transport/client';
import { OneFileError } from '../transport/errors';
import { toNodeError } from './nodeError';
import { operationOf } from './resources';
import { Row } from './row';
import { runLog } from './runLog';
import { stopped, tell, unsent } from './telling';

/** Rows under way at once: as many as the limit gives in a minute, so that slow answers do not decide the speed. */
const AT_ONCE = 100;
/** With writes that stop at the first bad row: few, so that few more are written after it. */
const AT_ONCE_WHEN_STOPPING = 10;

/** A row on its way: read, then carried out or refused. */
interface RowState {
	carryOut?: () => Promise<IDataObject | IDataObject[]>;
	output?: INodeExecutionData[];
	error?: OneFileError;
}

/** Runs the chosen operation for each input item: in any order, answered in theirs, each paired to its item. */
export async function route(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData();
	const operation = operationOf(
		this.getNodeParameter('resource', 0) as string,
		this.getNodeParameter('operation', 0) as string,
	);
	const opened = await openClient(this);
	if (opened instanceof OneFileError) throw toNodeError(this.getNode(), opened);
	const client = opened;
	const lookup = new Lookup(client);
	const claims = new Map<string, number>();
	const log = runLog(this, operation.writes);
	const going = this.continueOnFail();
	const cancelled = () => this.getExecutionCancelSignal()?.aborted === true;
	const rows: RowState[] = items.map(() => ({}));
	const read = (index: number) => readRow(rows[index], () => operation.run(new Row(this, index, client, lookup, claims)));

	// Without Continue On Fail a row that cannot be sent is found before anything is written for the others.
	if (operation.writes && !going) {
		for (let index = 0; index < rows.length; index++) {
			read(index);
			// A long list is read in portions, so that n8n can do something else in between.
			if (index % 200 === 199) await sleep(0);
		}
		if (rows.some(({ error }) => error)) throw unsent(this.getNode(), rows);
	}

	let next = 0;
	let failed = false;
	const worker = async (): Promise<void> => {
		while (next < items.length && !cancelled() && (going || !failed)) {
			const index = next++;
			if (!rows[index].carryOut) read(index);
			rows[index] = await log.once(index, async () => await carriedOut(rows[index], index));
			client.throttle.end(1);
			if (rows[index].error) failed = true;
		}
	};

	if (this.getMode() === 'manual') client.throttle.editorUsed();
	client.throttle.begin(items.length);
	const workers = Math.min(items.length, operation.writes && !going ? AT_ONCE_WHEN_STOPPING : AT_ONCE);
	await Promise.all(Array.from({ length: workers }, worker));
	client.throttle.end(items.length - next);

	tell(this, client.tally, items.length);
	if (cancelled()) return [[]];
	if (failed && !going) throw stopped(this.getNode(), rows);
	log.finish(failed);
	return [rows.flatMap(({ output, error }, index) => output ?? [failure(error, index, items.length)])];
}

async function openClient(node: IExecuteFunctions): Promise<OneFileClient | OneFileError> {
	try {
		return await OneFileClient.open(node, 'list');
	} catch (error) {
		if (error instanceof OneFileError) return error;
		throw new NodeOperationError(node.getNode(), error as Error);
	}
}

/** Reads a row. Whatever is wrong with it stays with it: a row never takes the others along. */
function readRow(row: RowState, read: () => () => Promise<IDataObject | IDataObject[]>): void {
	try {
		row.carryOut = read();
	} catch (error) {
		row.error = asOneFileError(error);
	}
}

async function carriedOut({ carryOut, error }: RowState, index: number): Promise<RowState> {
	if (!carryOut) return { error };
	try {
		return { output: asOutput(await carryOut(), index) };
	} catch (failed) {
		return { error: asOneFileError(failed) };
	}
}

function asOneFileError(error: unknown): OneFileError {
	return error instanceof OneFileError ? error : new OneFileError((error as Error).message);
}

function asOutput(result: IDataObject | IDataObject[], index: number): INodeExecutionData[] {
	const objects = Array.isArray(result) ? result : [result];
	return objects.map((json) => ({ json, pairedItem: { item: index } }));
}

/** The item of a row that failed. n8n sends exactly the keys `error` and `message` to the error output. */
function failure(error: OneFileError | undefined, index: number, items: number): INodeExecutionData {
	const { message, description } = toWords(error, index, items);
	return { json: { error: message, message: description }, pairedItem: { item: index } };
}

function toWords(error: OneFileError | undefined, index: number, items: number): { message: string; description: string } {
	const row = items > 1 ? `Row ${index + 1}: ` : '';
	return { message: `${row}${error?.message ?? 'was not run'}`, description: error?.facts.description ?? '' };
}
