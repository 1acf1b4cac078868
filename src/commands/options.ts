import { Option } from 'commander'

/** `--config FILE`, the same in all commands. */
export function configOption(): Option {
  return new Option('-c, --config <file>', 'the configuration').default('org.config.json')
}
