import type { RegionsText } from './kk.ts'

export const en: RegionsText = {
  // Short and shorter names for the tiles of the map, by KATO code.
  tiles: {
    590000000: ['North', 'North'],
    270000000: ['West', 'West'],
    390000000: ['Kostanay', 'Kost.'],
    110000000: ['Akmola', 'Akm.'],
    710000000: ['Astana', 'Ast.'],
    550000000: ['Pavlodar', 'Pavl.'],
    230000000: ['Atyrau', 'Atyr.'],
    150000000: ['Aktobe', 'Akt.'],
    620000000: ['Ulytau', 'Ulyt.'],
    350000000: ['Karaganda', 'Kar.'],
    100000000: ['Abai', 'Abai'],
    630000000: ['East', 'East'],
    470000000: ['Mangystau', 'Mang.'],
    430000000: ['Kyzylorda', 'Kyz.'],
    610000000: ['Turkestan', 'Turk.'],
    310000000: ['Zhambyl', 'Zham.'],
    190000000: ['Almaty R.', 'Alm.R.'],
    330000000: ['Zhetysu', 'Zhet.'],
    790000000: ['Shymkent', 'Shym.'],
    750000000: ['Almaty', 'Alm.'],
  },
}
