// Every page of a server and of a static site, with the pair that is looked at most.
const both = {
  start: '', pair: 'pair/DEU/KAZ/', country: 'country/KAZ/', rankings: 'rankings/', ranking: 'rankings/goods_exports/', matrix: 'matrix/goods_exports/',
  disagreements: 'disagreements/', sources: 'sources/', source: 'sources/cow_trade_4_0/', about: 'about/', german: 'de/pair/DEU/KAZ/',
};
const server_only = { thin: 'pair/BTN/NRU/', full: 'pair/DEU/KAZ/full/', compare: 'compare/?pairs=DEU-KAZ,FRA-KAZ&indicator=goods_exports', audit: 'audit/', sql: 'sql/' };

export function pages_of(is_static) {
  return Object.entries(is_static ? both : { ...both, ...server_only });
}
