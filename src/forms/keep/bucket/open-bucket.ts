import { OperatorError } from '../../../messages/operator-error.ts'
import type { FileStore } from '../store.ts'
import type { BucketPlace } from './bucket-files.ts'

/** The files in the bucket of an address such as `s3://bucket/folder`. What opens it comes from the variables that all programs for S3 know. */
export function openBucket(address: string, shelf: string): FileStore {
  const place = placeOf(address, shelf)
  // Loaded only where a bucket is named.
  const opened = import('./bucket-files.ts').then(({ BucketFiles }) => new BucketFiles(place))
  opened.catch(() => {})
  return {
    shown: (path) => `s3://${place.bucket}/${place.prefix}${path}`,
    has: async (path) => (await opened).has(path),
    names: async (folder) => (await opened).names(folder),
    read: async (path) => (await opened).read(path),
    write: async (path, content) => (await opened).write(path, content),
    remove: async (path) => (await opened).remove(path),
  }
}

function placeOf(address: string, shelf: string): BucketPlace {
  const [, bucket, folder = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]+)\/?(.*?)\/?$/.exec(address) ?? []
  if (bucket === undefined)
    throw new OperatorError(
      'POLICYPACK_ORIGINALS names no bucket; say `s3://bucket` or `s3://bucket/folder`, or the path of a folder',
    )
  const { env } = process
  const region = env.AWS_REGION || env.AWS_DEFAULT_REGION || 'us-east-1'
  const endpoint =
    env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL || `https://s3.${region}.amazonaws.com`
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env
  if (!accessKeyId || !secretAccessKey)
    throw new OperatorError(
      `Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to what opens the bucket \`${bucket}\``,
    )
  return {
    ...{ bucket, region, accessKeyId, secretAccessKey },
    endpoint: endpoint.replace(/\/$/, ''),
    prefix: folder === '' ? `${shelf}/` : `${folder}/${shelf}/`,
    sessionToken: env.AWS_SESSION_TOKEN,
  }
}
