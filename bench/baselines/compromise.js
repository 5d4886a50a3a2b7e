// SPDX-License-Identifier: ISC
// compromise - quotations by the npm package of that name, which names no
// speakers: node compromise.js <JSON-LINES, as extract-quotes -j
'use strict';
const nlp = require('compromise');
const trim = /^[\s"“”'.,]+|[\s"“”'.,]+$/g;

function quotes(text) {
	const found = nlp(text).quotations().json({ offset: true });
	return found.map(({ offset, text: said }) => {
		const inner = said.replace(trim, '');
		const start = text.indexOf(inner, offset.start);
		if (start < 0)
			return { text: '' };
		const from = Buffer.byteLength(text.slice(0, start));
		return { start: from, end: from + Buffer.byteLength(inner),
			kind: 'speech', text: inner };
	}).filter((quote) => quote.text && quote.start < quote.end);
}

const lines = require('fs').readFileSync(0, 'utf8').split('\n');
for (const line of lines.filter(Boolean)) {
	const record = JSON.parse(line);
	record.quotes = quotes(record.text);
	console.log(JSON.stringify(record));
}
