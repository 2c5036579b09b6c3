/** The program `code`, with the arrow functions of its modules written as `function`. */
declare function asFunctions(code: string): string;
export = asFunctions;
