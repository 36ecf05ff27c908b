export interface ParquetColumn {
  name: string
  type: 'text' | 'integer'
  values: readonly (string | number | null)[]
}

/** Writes a table as Parquet: texts in UTF-8, whole numbers of 32 bits, null for what is not told. */
export async function writeParquet(columns: readonly ParquetColumn[]): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer')
  return new Uint8Array(parquetWriteBuffer({
    columnData: columns.map(({ name, type, values }) => ({ name, data: [...values], type: type === 'text' ? 'STRING' as const : 'INT32' as const, nullable: true })),
  }))
}
