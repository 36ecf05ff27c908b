export const kk = {
  denials: {
    'attachment.empty': 'Файл бос: ішінде ештеңе жоқ. Құжатты қайта сканерлеп, қайта жүктеңіз.',
    'attachment.too-large': 'Файл тым үлкен: {megabytes} МБ-қа дейін рұқсат. Сапасын азайтып немесе бөліп жүктеңіз.',
    'attachment.too-many': 'Бір өтінішке {most} файлға дейін тіркеуге болады. Керек еместерін өшіріңіз.',
    'attachment.missing': 'Файл таңдалмаған. Файлды таңдап, қайта жіберіңіз.',
    'attachment.refused': 'Файл қабылданбады. PDF, JPEG немесе PNG түріндегі құжаттың өзін жүктеңіз.',
    'attachment.type-unknown': 'Бұл файл PDF, JPEG немесе PNG емес. Құжатты осы түрлердің бірінде жүктеңіз.',
    'attachment.damaged': 'Файл бүлінген немесе аты айтқан түрге сәйкес емес. Құжатты қайта сканерлеңіз.',
  },
}
export type UploadsText = typeof kk
