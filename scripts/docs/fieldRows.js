'use strict';

const TYPES = { string: 'text', dateTime: 'date and time', boolean: 'yes or no', number: 'number' };

/** A row for each field, those inside a collection below it: name in the editor, internal name, type, required, description. */
function fieldRows(fields, within = []) {
	return fields
		.filter(({ type }) => type !== 'notice')
		.flatMap((field) => {
			const inside = [...within, field];
			const entry = [
				label(inside),
				`\`${inside.map(({ name }) => name).join('.')}\``,
				typeOf(field),
				field.required ? 'yes' : '',
				field.description ?? '',
			];
			return field.type === 'collection' ? [entry, ...fieldRows(field.options, inside)] : [entry];
		});
}

function label(inside) {
	const field = inside.at(-1);
	const name = inside.map(({ displayName }) => displayName).join(' › ');
	const when = condition(field.displayOptions?.show ?? {});
	return when ? `*${name}* (${when})` : name;
}

function condition(show) {
	return Object.entries(show)
		.map(([name, values]) => {
			if (name === '@tool')
				return values.includes(true) ? 'as a tool of an AI agent' : 'not as a tool of an AI agent';
			return `\`${name}\`: ${values.join(', ')}`;
		})
		.join('; ');
}

function typeOf(field) {
	if (field.type === 'resourceLocator')
		return `locator: ${field.modes.map(({ displayName }) => displayName).join(', ')}`;
	if (field.type === 'collection') return 'collection';
	if (field.type !== 'options' && field.type !== 'multiOptions') return TYPES[field.type] ?? field.type;
	const many = field.type === 'multiOptions' ? 'any of ' : 'one of ';
	if (field.typeOptions?.loadOptionsMethod) return `${many}the centre's own list`;
	return many + field.options.map(({ name, value }) => `${name} \`${value}\``).join(', ');
}

module.exports = { fieldRows };
