import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { createHash, randomUUID } from 'node:crypto'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Denial } from '#kernel/denial.ts'
import { bytesOf, type DirectUpload, type FileStore, FILE_KEY } from './store.ts'

/** A store of objects that speaks S3; every value comes from the settings. */
export interface S3Settings {
  /** Without one the address of the provider's region; ours or a house's own store otherwise. */
  endpoint: string | undefined
  /** Where browsers reach the same store; without one nothing is brought past the server. */
  browserEndpoint?: string | undefined
  region: string
  bucket: string
  accessKey: string
  secretKey: string
  /** The bucket encrypts what it keeps; recordings are sealed by us besides. */
  encryption: 'AES256' | undefined
}
const FULL = new Set(['QuotaExceeded', 'InsufficientStorage', 'XMinioStorageFull', 'EntityTooLargeForQuota'])
const PRESIGNED_SECONDS = 300

/** The same store elsewhere: keys are the same random ones, an object is durable when the provider has answered. */
export function s3Store(settings: S3Settings): FileStore {
  const clientAt = (endpoint: string | undefined) => new S3Client({
    region: settings.region, ...(endpoint ? { endpoint, forcePathStyle: true } : {}), credentials: { accessKeyId: settings.accessKey, secretAccessKey: settings.secretKey },
    // Our own digests are kept in the database; a store that does not know the newer checksums is still a store.
    requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED', maxAttempts: 3,
  })
  const client = clientAt(settings.endpoint)
  const Bucket = settings.bucket
  const encrypted = settings.encryption ? { ServerSideEncryption: settings.encryption } : {}
  const keyOf = (key: string): string => {
    if (!FILE_KEY.test(key)) throw new Error('not a key of the file store')
    return key
  }
  const open = async (key: string): Promise<Readable> => (await client.send(new GetObjectCommand({ Bucket, Key: keyOf(key) }))).Body as Readable
  return {
    async put(sent) {
      const bytes = await bytesOf(sent)
      const name = randomUUID()
      const key = `${name.slice(0, 2)}/${name}`
      const sha256 = createHash('sha256').update(bytes).digest()
      try {
        await client.send(new PutObjectCommand({ Bucket, Key: key, Body: bytes, ContentLength: bytes.length, Metadata: { sha256: sha256.toString('hex') }, ...encrypted }))
      } catch (error) {
        if (FULL.has((error as Error).name) || (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 507) throw new Denial('file.disk-full')
        throw error
      }
      return { key, sha256, size: bytes.length }
    },
    async get(key) {
      return bytesOf(await open(key))
    },
    stream(key) {
      const through = new PassThrough()
      void open(key).then((body) => pipeline(body, through)).catch((error: unknown) => through.destroy(error as Error))
      return through
    },
    async delete(key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: keyOf(key) }))
    },
    async *list(olderThanMs) {
      const before = Date.now() - olderThanMs
      for (let token: string | undefined, more = true; more;) {
        const page = await client.send(new ListObjectsV2Command({ Bucket, ...(token ? { ContinuationToken: token } : {}) }))
        for (const each of page.Contents ?? []) if (each.Key && FILE_KEY.test(each.Key) && (each.LastModified?.getTime() ?? Infinity) < before) yield each.Key
        token = page.NextContinuationToken
        more = page.IsTruncated === true && token !== undefined
      }
    },
    // An object is there whole or not at all.
    deleteHalfWritten: async () => 0,
    ...(settings.browserEndpoint ? { direct: directUpload(settings.browserEndpoint) } : {}),
  }

  function directUpload(endpoint: string): DirectUpload {
    // The signature covers the host, so places are signed for the address that browsers know.
    const outside = clientAt(endpoint)
    return {
      origin: new URL(endpoint).origin,
      async presign({ sha256, size, mediaType }) {
        const name = randomUUID()
        const key = `${name.slice(0, 2)}/${name}`
        const checksum = Buffer.from(sha256).toString('base64')
        const command = new PutObjectCommand({ Bucket, Key: key, ContentLength: size, ContentType: mediaType, ChecksumSHA256: checksum, ...encrypted })
        const url = await getSignedUrl(outside, command, { expiresIn: PRESIGNED_SECONDS, unhoistableHeaders: new Set(['x-amz-checksum-sha256', 'x-amz-server-side-encryption']), signableHeaders: new Set(['content-type', 'content-length', 'host']) })
        return { key, url, headers: { 'content-type': mediaType, 'x-amz-checksum-sha256': checksum, ...(settings.encryption ? { 'x-amz-server-side-encryption': settings.encryption } : {}) }, seconds: PRESIGNED_SECONDS }
      },
      async look(key, firstBytes) {
        try {
          const head = await client.send(new HeadObjectCommand({ Bucket, Key: keyOf(key), ChecksumMode: 'ENABLED' }))
          const size = head.ContentLength ?? 0
          const first = size === 0 ? new Uint8Array() : await bytesOf((await client.send(new GetObjectCommand({ Bucket, Key: key, Range: `bytes=0-${Math.min(firstBytes, size) - 1}` }))).Body as Readable)
          return { size, sha256: head.ChecksumSHA256 ? Buffer.from(head.ChecksumSHA256, 'base64') : undefined, first }
        } catch (error) {
          if ((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404) return undefined
          throw error
        }
      },
    }
  }
}
