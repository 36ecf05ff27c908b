import type { UploadsText } from './kk.ts'

export const ru: UploadsText = {
  denials: {
    'attachment.empty': 'Файл пуст: в нём ничего нет. Отсканируйте документ и загрузите снова.',
    'attachment.too-large': 'Файл слишком велик: допускается до {megabytes} МБ. Уменьшите качество или загрузите по частям.',
    'attachment.too-many': 'К одному заявлению можно приложить до {most} файлов. Удалите лишние.',
    'attachment.missing': 'Файл не выбран. Выберите файл и отправьте снова.',
    'attachment.refused': 'Файл не принят. Загрузите сам документ в виде PDF, JPEG или PNG.',
    'attachment.type-unknown': 'Это не PDF, не JPEG и не PNG. Загрузите документ в одном из этих видов.',
    'attachment.damaged': 'Файл повреждён или не соответствует своему названию. Отсканируйте документ заново.',
  },
}
