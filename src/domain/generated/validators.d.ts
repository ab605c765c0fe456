// Generated from schemas/ by `npm run generate`. Do not edit.
import type { ErrorObject } from 'ajv';

/** A compiled schema: true when the value fits; otherwise its errors property holds every fault. */
export interface Validate {
  (value: unknown): boolean;
  errors?: ErrorObject[] | null;
}
export declare const validateSubmission: Validate;
export declare const validatePlan: Validate;
export declare const validateResult: Validate;
export declare const validateEdition: Validate;
export declare const validatePolicy: Validate;
export declare const validateEndpoints: Validate;
export declare const validateImport: Validate;
export declare const validateOrder: Validate;
