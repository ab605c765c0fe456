/** What an estimate of the environment assumes beside the energy. */
export type Factors = {
  /** Energy of processor, memory, network and storage, as a fraction of the GPU's. */
  rest: number;
  /** Power usage effectiveness: energy of the data centre over that of its machines. */
  pue: number;
  /** Grams of CO2e per kWh. */
  gramsPerKilowattHour: number;
  /** Litres of water per kWh, at the site. */
  litresPerKilowattHour: number;
};

type Region = {
  title: string;
  gramsPerKilowattHour: number;
  /** Whether the carbon figure stands in the table that the page names, or is near it. */
  carbonFrom: 'table' | 'approximation';
  antimonyPerKilowattHour: number | null;
  primaryMegajoules: number | null;
};

/**
 * Averages over a year of the electricity of a region. Carbon: Ember and Energy Institute by Our World in Data, carbon intensity of
 * electricity, 2023, where it says so; the approximations were not compared with that table. Resources (ADPe, kg of antimony equivalents) and primary energy (MJ): ADEME, per kWh.
 */
export const REGIONS: Readonly<Record<string, Region>> = {
  world: { title: 'World', gramsPerKilowattHour: 481, carbonFrom: 'table', antimonyPerKilowattHour: 7.378e-8, primaryMegajoules: 9.99 },
  europe: {
    title: 'European Union',
    gramsPerKilowattHour: 244,
    carbonFrom: 'approximation',
    antimonyPerKilowattHour: 6.423e-8,
    primaryMegajoules: 12.9,
  },
  usa: { title: 'USA', gramsPerKilowattHour: 369, carbonFrom: 'approximation', antimonyPerKilowattHour: 9.855e-8, primaryMegajoules: 11.4 },
  china: { title: 'China', gramsPerKilowattHour: 582, carbonFrom: 'table', antimonyPerKilowattHour: 8.515e-8, primaryMegajoules: 14.1 },
  france: { title: 'France', gramsPerKilowattHour: 56, carbonFrom: 'table', antimonyPerKilowattHour: 4.858e-8, primaryMegajoules: 11.3 },
};

export const USUAL_FACTORS: Factors = { rest: 0, pue: 1.56, gramsPerKilowattHour: 481, litresPerKilowattHour: 1.8 };

export type Cost = { kilowattHours: number; kilogramsCo2e: number; litres: number };

/**
 * What queries cost: an estimate, since the score is GPU energy alone.
 * @param wh watt-hours per 1,000 queries
 */
export function costOf(wh: number, queries: number, { rest, pue, gramsPerKilowattHour, litresPerKilowattHour }: Factors): Cost {
  const machines = (wh / 1000) * (queries / 1000) * (1 + rest);
  const kilowattHours = machines * pue;
  return { kilowattHours, kilogramsCo2e: (kilowattHours * gramsPerKilowattHour) / 1000, litres: machines * litresPerKilowattHour };
}
