/** Transpile only: types are checked once, by `npm run check`. */
module.exports = {
  testEnvironment: 'node',
  // One worker per core; jest would keep one core to itself.
  maxWorkers: '100%',
  globalSetup: '<rootDir>/test/support/tellSeed.ts',
  setupFiles: ['<rootDir>/test/support/fixedSeed.ts'],
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // An ES module, which jest does not load.
  moduleNameMapper: { '^d3-dsv$': '<rootDir>/node_modules/d3-dsv/dist/d3-dsv.js' },
  transform: {
    '^.+\\.ts$': [
      'ts-jest',
      {
        diagnostics: false,
        tsconfig: {
          target: 'ES2022',
          module: 'CommonJS',
          moduleResolution: 'Node10',
          ignoreDeprecations: '6.0',
          esModuleInterop: true,
          isolatedModules: true,
          resolveJsonModule: true,
          useDefineForClassFields: false,
        },
      },
    ],
  },
};
