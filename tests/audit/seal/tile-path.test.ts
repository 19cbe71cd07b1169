import { expect, it } from 'vitest'
import { parseTilePath } from '~/audit/seal/tile-path'

it.each([
  ['0/000', { level: 0, index: 0, width: 256 }],
  ['0/x001/x234/067', { level: 0, index: 1_234_067, width: 256 }],
  ['0/273.p/112', { level: 0, index: 273, width: 112 }],
  ['2/000.p/1', { level: 2, index: 0, width: 1 }],
  ['63/001.p/255', { level: 63, index: 1, width: 255 }],
])('reads the path of C2SP tlog-tiles: %s', (path, tile) => expect(parseTilePath(path)).toEqual(tile))

it.each([
  '',
  '0',
  '0/0',
  '00/000',
  '64/000',
  '100/000',
  '-1/000',
  '0/x000/001',
  '0/001/002',
  '0/x001',
  '0/000.p/0',
  '0/000.p/01',
  '0/000.p/256',
  '0/000.p/',
  '0/000/',
  'entries/000',
  '0/000.p/1/',
  '../0/000',
])('knows no other: %s', (path) => expect(parseTilePath(path)).toBeNull())
