/** Version of this bundle, the one of package.json. Set-up records it, and the operator's executions run no other. */
export const VERSION = '0.1.0';
