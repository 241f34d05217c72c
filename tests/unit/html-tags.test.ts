import { expect, test } from 'vitest';
import { htmlTags } from '../../src/checker/document/html-tags.ts';

test.each([
	['<!-- <b> --><i>', 'i'],
	['<!-- <b> --!><i><!-- <b> -->', 'i'],
	['<!--> <i> -->', 'i'],
	['<p><!---><i></p>', 'p i'],
	['<!-- <b>', ''],
	['<p title="<!--"><i><b title="-->">', 'p i b'],
	['<style>a { b: "<!--" }</style><i><!-- <b> -->', 'style i'],
	['<script>a("<!--")</script><i>-->', 'script i'],
	['<style><!-- </style><i>', 'style i'],
])('the tags of %s are %s', (html, names) => {
	expect(htmlTags(html).map(({ name }) => name)).toEqual(names === '' ? [] : names.split(' '));
});
