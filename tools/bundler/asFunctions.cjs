const acorn = require('acorn');

/** Characters of an arrow function from which on `function` is worth its letters. */
const worthwhile = 100;

const isNode = (value) => typeof value?.type === 'string';
const childrenOf = (node) => Object.values(node).flat().filter(isNode);

const speaksOfItsCaller = (node) =>
  node.type === 'ThisExpression' || (node.type === 'Identifier' && node.name === 'arguments') || childrenOf(node).some(speaksOfItsCaller);

const isFunction = ({ type }) => /Function/.test(type);

/** The functions that no other one holds, but those called where they stand, which webpack puts around the modules; each with its parent. */
const outermost = (node, parent) => {
  const called = node.type === 'CallExpression' && node.callee.type === 'ParenthesizedExpression' ? node.callee.expression : undefined;
  const children = (one) => childrenOf(one).flatMap((child) => outermost(child, one));
  if (called !== undefined && isFunction(called)) return children(called.body);
  return isFunction(node) ? [{ node, parent }] : children(node);
};

const asFunction = (code, { node: { params, body, expression, start, end }, parent }) => {
  const list = params.map((param) => code.slice(param.start, param.end)).join(',');
  const text = code.slice(body.start, body.end);
  const written = `(${list})${expression ? `{return ${text}}` : text}`;
  const isMethod = parent.type === 'Property' && !parent.computed;
  return isMethod ? { start: parent.key.end, end, text: written } : { start, end, text: `function${written}` };
};

/**
 * The same program with the arrow functions of its modules written as `function`. V8 only looks over a `function` when it loads a
 * script, but reads an arrow function that stands inside another one in full (https://v8.dev/blog/preparser): a third of the time to load.
 * Those that speak of `this` or `arguments` would mean something else, and stay.
 */
module.exports = (code) => {
  const arrows = outermost(acorn.parse(code, { ecmaVersion: 2020, preserveParens: true })).filter(
    ({ node }) => node.type === 'ArrowFunctionExpression' && !node.async && node.end - node.start >= worthwhile && !speaksOfItsCaller(node),
  );
  const parts = arrows.map((arrow) => asFunction(code, arrow));
  return parts.reduceRight((rest, { start, end, text }) => rest.slice(0, start) + text + rest.slice(end), code);
};
