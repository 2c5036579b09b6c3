declare const buildPages: () => Record<string, string>;
export = buildPages;
