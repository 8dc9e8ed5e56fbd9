/** The environment variable with the passphrase over the secrets of a bundle: to make one, and to run one. */
export const passphraseVariable = 'FLOWBENCH_PASSPHRASE';
