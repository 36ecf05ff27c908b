import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { openKeyFolder } from './key-folder.ts';

/** The Ed25519 key that signs checkpoints of the journal. */
export interface CheckpointKey {
  /** First 16 hex digits of the SHA-256 of the public key. */
  id: string;
  /** SPKI in PEM, to be published. */
  publicKeyPem: string;
  signBytes(bytes: Uint8Array): Uint8Array;
  verifyBytes(bytes: Uint8Array, signature: Uint8Array): boolean;
}

/** Opens the checkpoint key in the data folder, making it at the first start. */
export async function openCheckpointKey(dataDir: string): Promise<CheckpointKey> {
  const pem = await openKeyFolder(dataDir, 'checkpoint-key', ['private.pem'], async () => ({
    'private.pem': generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }));
  const privateKey = createPrivateKey(pem['private.pem']);
  const publicKey = createPublicKey(privateKey);
  const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return {
    id: createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' })).digest('hex').slice(0, 16),
    publicKeyPem,
    signBytes: (bytes) => new Uint8Array(sign(null, bytes, privateKey)),
    verifyBytes: (bytes, signature) => verifyBytes(bytes, signature, publicKeyPem),
  };
}

/** Checks a checkpoint's signature with a published key. */
export function verifyBytes(bytes: Uint8Array, signature: Uint8Array, publicKeyPem: string): boolean {
  return signature.length === 64 && verify(null, bytes, createPublicKey(publicKeyPem), signature);
}
