// SPDX-License-Identifier: ISC
// readability - the article of HTML pages by Mozilla's Readability:
// node readability.js <PAGES, each ended by NUL; texts, each ended by NUL
'use strict';
const { Readability } = require('@mozilla/readability');
const { JSDOM } = require('jsdom');

const pages = require('fs').readFileSync(0, 'utf8').split('\0');
for (const page of pages.slice(0, -1)) {
	const { window } = new JSDOM(page);
	const article = new Readability(window.document).parse();
	process.stdout.write((article ? article.textContent : '') + '\0');
	window.close();
}
