/** The most that a file may weigh on the server, in bytes. */
export const MOST_BYTES = 10 * 1024 * 1024
const LONGEST_SIDE = 3000

/** A photo as it may be sent: as it is when it is small enough, else drawn smaller; undefined when the browser cannot draw it. */
export async function shrinkPhoto(file: File, most = MOST_BYTES): Promise<Blob | undefined> {
  if (file.size <= most) return file
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const smaller = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
    return smaller && smaller.size <= most ? smaller : undefined
  } catch {
    return undefined
  }
}
