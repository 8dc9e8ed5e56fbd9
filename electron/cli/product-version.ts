// Written into the program when it is built; what runs from the sources is not a version yet.
declare const FLOWBENCH_VERSION: string | undefined;

/** The version of the product. */
export const productVersion = typeof FLOWBENCH_VERSION === 'undefined' ? 'development' : FLOWBENCH_VERSION;
