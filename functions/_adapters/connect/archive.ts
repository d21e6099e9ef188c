import { S3Client } from '@aws-sdk/client-s3';
import { bounded } from '../../_kit/bounded.ts';
import type { Archive } from '../../_kit/services.ts';
import { s3Archive } from '../archive-s3.ts';
import { setting } from '../environment.ts';

/** The evidence bucket. */
export const connect = (): Archive => s3Archive(new S3Client(bounded), setting('archiveBucket'));
