import { Ajv, type ValidateFunction } from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Tells whether an object is SARIF 2.1.0. The schema is draft 4; of what it uses, only the name of
 * its `id` differs from draft 7.
 */
export function schemaOfSarif(): ValidateFunction {
	const file = join(import.meta.dirname, '../fixtures/sarif/sarif-2.1.0-rtm.5.json');
	const schema = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
	delete schema.$schema;
	delete schema.id;
	const ajv = new Ajv({
		allErrors: true,
		strict: false,
		// A pattern of the schema is none by the stricter grammar.
		unicodeRegExp: false,
		formats: {
			uri: (text: string) => URL.canParse(text),
			// RFC 3986, appendix A: the characters of a reference, and whole escapes only.
			'uri-reference':
				/^(?:[\w\-.~:/?[\]@!$&'()*+,;=]|%[\dA-F]{2})*(?:#(?:[\w\-.~:/?@!$&'()*+,;=]|%[\dA-F]{2})*)?$/,
			'date-time': true,
		},
	});
	return ajv.compile(schema);
}
