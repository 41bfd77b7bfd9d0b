import { OneFileError } from '../transport/errors';

/** As `Promise.all`, but waits for all and says everything that is wrong: a row with two unknown names is corrected once. */
export async function together<T extends readonly unknown[] | []>(work: T): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }> {
	const settled = await Promise.allSettled(work);
	const errors = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as Error] : []));
	if (errors.length > 0) throw asOne(errors);
	return settled.map((each) => (each as PromiseFulfilledResult<unknown>).value) as never;
}

function asOne(errors: Error[]): Error {
	const [first, ...others] = errors.filter(({ message }, index) => errors.findIndex((each) => each.message === message) === index);
	if (others.length === 0 || !(first instanceof OneFileError)) return first;
	const all = [first, ...others];
	const descriptions = all.map((error) => (error instanceof OneFileError ? error.facts.description : undefined));
	return new OneFileError(all.map(({ message }) => message).join('; '), {
		...first.facts,
		description: [...new Set(descriptions)].filter((each) => each !== undefined).join(' '),
	});
}
