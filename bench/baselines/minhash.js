// SPDX-License-Identifier: ISC
// minhash - near-duplicate paragraphs by MinHash and LSH, as large text sets
// are deduplicated: node minhash.js <TEXT, as dedupe-related
//
// The npm package of that name: 128 permutations, 5-word shingles, dropped at
// an estimated likeness of .7 or more with a paragraph before.
'use strict';
const { Minhash, LshIndex } = require('minhash');
const LIKE = 0.7, SHINGLE = 5;

function signature(block) {
	const words = block.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
	const hash = new Minhash();
	for (let i = 0; i <= Math.max(0, words.length - SHINGLE); i++)
		hash.update(words.slice(i, i + SHINGLE).join(' '));
	return hash;
}

const seen = [];
const index = new LshIndex({ bandSize: 4 });
const text = require('fs').readFileSync(0, 'latin1');
for (const block of text.split(/\n\n+/).filter(Boolean)) {
	const hash = signature(Buffer.from(block, 'latin1').toString());
	index.insert(seen.length, hash);
	const near = index.query(hash).filter((i) => i < seen.length);
	if (!near.some((i) => seen[i].jaccard(hash) >= LIKE))
		process.stdout.write(block + '\n\n', 'latin1');
	seen.push(hash);
}
