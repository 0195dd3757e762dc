// The filling of a city, in a process with that city's keys (scripts/bench/city.ts starts it).
import { fillCity } from './city-fill';

await fillCity(process.env.CITY_URL ?? '', Number(process.argv[2]), (line) => console.log(`  ${line}`));
process.exit(0);
