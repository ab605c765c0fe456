import { lookup as systemLookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import type { Endpoint } from '../../domain/endpoints.ts';
import { messageOf, operatorFault } from '../../domain/errors.ts';

/** An endpoint and the one address that is talked to, whatever its name resolves to later. */
export type PinnedEndpoint = Endpoint & { readonly address: string; readonly family: 4 | 6 };

/** Every address of a host name. */
export type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>;

/** Networks in which nobody serves a model: link-local (where clouds keep their metadata), multicast, reserved. */
const NEVER = blockList([
  ['0.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['100.100.100.200', 32, 'ipv4'],
  ['::', 128, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
  ['fd00:ec2::254', 128, 'ipv6'],
]);

/** Networks that are reached from this machine alone or from its surroundings. */
const PRIVATE = blockList([
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['::1', 128, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
]);

/** IPv6 addresses that stand for IPv4 ones: they would lead round the networks above. */
const STAND_INS = blockList([
  ['::ffff:0:0', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['2001::', 32, 'ipv6'],
]);

function blockList(networks: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix, family] of networks) list.addSubnet(network, prefix, family);
  return list;
}

const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;

/** What kind of network an address lies in. */
export function networkOf(address: string): 'public' | 'private' | 'never' {
  const plain = MAPPED.exec(address)?.[1] ?? address;
  const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(plain) === 0 || NEVER.check(plain, family)) return 'never';
  if (family === 'ipv6' && STAND_INS.check(plain, family)) return 'never';
  return PRIVATE.check(plain, family) ? 'private' : 'public';
}

/** Whether an address is this machine's own. */
export const isLoopback = (address: string): boolean => address === '::1' || /^127\./.test(address);

/**
 * Resolves an endpoint's name once and keeps the address. Every address of the name has to be allowed, so that a name
 * which resolves to a public and a private one cannot lead to either.
 * @throws Fault of the operator: endpoint-not-resolved, endpoint-address-refused
 */
export async function pinned(endpoint: Endpoint, resolve: Resolve = (host) => systemLookup(host, { all: true })): Promise<PinnedEndpoint> {
  const host = new URL(endpoint.url).hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await resolved(endpoint, host, resolve) : [{ address: host, family: isIP(host) }];
  const [first] = addresses;
  if (first === undefined) throw notResolved(endpoint, 'there is no address');
  for (const { address } of addresses) refuse(endpoint, address);
  return { ...endpoint, address: first.address, family: first.family === 6 ? 6 : 4 };
}

/**
 * Refuses an address that is not allowed.
 * @throws Fault of the operator, code endpoint-address-refused
 */
export function refuse({ alias, privateAddress }: Endpoint, address: string): void {
  const network = networkOf(address);
  if (network === 'public' || (network === 'private' && privateAddress)) return;
  throw operatorFault(
    `The endpoint ${alias} has the address ${address}, which is ${network === 'never' ? 'none of a server' : 'private'}.`,
    {
      code: 'endpoint-address-refused',
      mend:
        network === 'never'
          ? 'Link-local, multicast and reserved addresses, those of cloud metadata among them, are always refused.'
          : 'If it is meant, set privateAddress: true for the endpoint.',
    },
  );
}

async function resolved(endpoint: Endpoint, host: string, resolve: Resolve): ReturnType<Resolve> {
  return resolve(host).catch((cause: unknown) => {
    throw notResolved(endpoint, messageOf(cause));
  });
}

const notResolved = ({ alias, url }: Endpoint, why: string) =>
  operatorFault(`The name of the endpoint ${alias} cannot be resolved (${new URL(url).hostname}): ${why}.`, {
    code: 'endpoint-not-resolved',
    mend: "See url in the operator's endpoints, and the machine's name service.",
  });
