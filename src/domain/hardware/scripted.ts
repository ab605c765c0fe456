/** Begin of the driver version that a script which plays hardware reports. */
const SCRIPTED_DRIVER = 'rehearsal-';

/** Whether a script plays the hardware: its driver says so, and every result of it is a rehearsal. */
export const isScripted = (driver: string): boolean => driver.startsWith(SCRIPTED_DRIVER);
