import type { ConfigProblem } from '../config.ts';

/** A line for each; whoever has set nothing about Slack yet is told where to begin instead. */
export function explainConfigProblems(problems: readonly ConfigProblem[]): readonly string[] {
  const missing = problems.filter(({ kind }) => kind === 'missing').map(({ variable }) => variable);
  if (missing.includes('SLACK_BOT_TOKEN') && missing.includes('SLACK_SIGNING_SECRET')) {
    return [
      'Faultline needs a Slack app: set SLACK_BOT_TOKEN, and SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP), in .env or the environment.',
      'Create the app from manifest.yml at https://api.slack.com/apps; then its pages "OAuth & Permissions" and "Basic Information" show them.',
      'To try Faultline without any of them, run: npm run demo',
    ];
  }
  return problems.map(({ sentence }) => sentence);
}
