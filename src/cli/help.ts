/** The lines of `faultline help`. */
export function help(): readonly string[] {
  return [
    'Faultline keeps the record of your incidents in Slack.',
    '',
    '  faultline serve                 run the bot (also what happens without a verb)',
    '  faultline demo [INCIDENT…]      watch it live through incidents in a small Slack of its own; needs no tokens',
    '  faultline migrate               bring the database to this version, without starting the bot',
    '  faultline receive FILE          replay one recorded request of Slack’s against the bot; - reads standard input',
    '  faultline export INC-42         write a postmortem from the database: --format markdown, html or json, --output FILE',
    '  faultline lint FILE…            check postmortems in Markdown or text; - reads standard input',
    '    [--format FORMAT]             as text, json, sarif or github; ends with 1 where something must be mended',
    '  faultline policy check [FILE]   say what is wrong with a policy file, faultline.yaml unless named',
    '  faultline help, --version       these lines; the version',
    '',
    'It is configured by environment variables, also read from a file named .env: see .env.example.',
  ];
}
