import { generateKeyPairSync, randomBytes, verify } from 'node:crypto';
import type { Account } from './accounts.ts';
import type { Grants } from './tokens.ts';

/** A GitHub App and where it is installed. */
export type App = {
  id: number;
  clientId: string;
  slug: string;
  account: Account;
  /** As GitHub gives it out: PKCS #1 in PEM. */
  privateKey: string;
  publicKey: string;
  /** Repositories by their full names. */
  installations: { id: number; owner: string; repositories: string[]; grants: Grants }[];
};

let pair: { publicKey: string; privateKey: string } | undefined;

/** An App with a key of its own (one per process, because keys take long to make) and one installation. */
export function appFor({ owner, repositories, grants }: { owner: string; repositories: string[]; grants: Grants }): App {
  pair ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  return {
    id: 4242,
    clientId: 'Iv23liLoopback',
    slug: 'energy-results',
    account: { id: 88_001, login: 'energy-results[bot]' },
    ...pair,
    installations: [{ id: 616_161, owner, repositories, grants }],
  };
}

/** Longest life of an App's own token, in seconds. */
const LONGEST_LIFE = 600;

const UNREADABLE = 'A JSON web token could not be decoded';

/** What GitHub says against a JSON web token of an App; null where it is good. */
export function jwtFault(token: string, app: App | null, now = Date.now() / 1000): string | null {
  const [head = '', payload = '', signature = ''] = token.split('.');
  const header = jsonIn(head);
  const claims = jsonIn(payload);
  if (app === null || header === null || claims === null || header.alg !== 'RS256') return UNREADABLE;
  const signed = verify('RSA-SHA256', Buffer.from(`${head}.${payload}`), app.publicKey, Buffer.from(signature, 'base64url'));
  if (!signed) return UNREADABLE;
  if (![String(app.id), app.clientId].includes(String(claims.iss))) return "'Issuer' claim ('iss') must be the App's ID or client ID";
  if (!Number.isInteger(claims.exp) || Number(claims.exp) <= now)
    return "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires";
  if (!Number.isInteger(claims.iat) || Number(claims.iat) > now + 1)
    return "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued";
  if (Number(claims.exp) - now > LONGEST_LIFE + 1) return "'Expiration time' claim ('exp') is too far in the future";
  return null;
}

function jsonIn(part: string): Record<string, unknown> | null {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return null;
  }
}

/** A name that no other token has. */
export const newToken = (): string => `ghs_${randomBytes(18).toString('hex')}`;
