'use strict';

/** The JSON schema of values of one kind, as n8n's own nodes write theirs: types, and nothing about single values. */
function schemaOf(values) {
	const [type = 'null', other] = typesOf(values);
	if (other) throw new Error(`One field holds ${type} and ${other}: ${JSON.stringify(values)}`);
	if (type === 'object') return { type, properties: propertiesOf(values.filter((value) => value !== null)) };
	if (type === 'array') return { type, items: schemaOf(values.flatMap((value) => value ?? [])) };
	return { type };
}

/** null says nothing where another value shows the type, and a whole number may as well have had decimals. */
function typesOf(values) {
	const types = new Set(values.filter((value) => value !== null).map(typeOf));
	if (types.has('number')) types.delete('integer');
	return [...types];
}

function typeOf(value) {
	if (Array.isArray(value)) return 'array';
	if (Number.isInteger(value)) return 'integer';
	return typeof value;
}

function propertiesOf(objects) {
	const names = [...new Set(objects.flatMap(Object.keys))].sort();
	const of = (name) => objects.filter((object) => name in object).map((object) => object[name]);
	return Object.fromEntries(names.map((name) => [name, schemaOf(of(name))]));
}

module.exports = { schemaOf };
