const APP = 'of your app at https://api.slack.com/apps';

/** Every variable that Faultline reads: what it must look like, and where to get it. */
export const ADVICE = {
  SLACK_BOT_TOKEN: `it starts with xoxb-; copy the Bot User OAuth Token from "OAuth & Permissions" ${APP}.`,
  SLACK_SIGNING_SECRET: `it is 32 letters and digits; copy the Signing Secret from "Basic Information" ${APP}, or set SLACK_APP_TOKEN for Socket Mode.`,
  SLACK_APP_TOKEN: `it starts with xapp-; generate an App-Level Token with the scope connections:write in "Basic Information" ${APP}.`,
  SLACK_API_URL: "it is a web address; leave it out for Slack's own, https://slack.com/api/.",
  DATABASE_URL:
    'it is file:./faultline.db for a file of your choice, or postgres://user:password@host:5432/database as your PostgreSQL server has it.',
  HOST: 'it is the address of one of your network interfaces, 0.0.0.0 for all of them; leave it out for that.',
  PORT: 'it is a number from 0 to 65535; choose one that no other program listens on, or leave it out for 3000.',
  PUBLIC_URL:
    'it is the web address that browsers reach this bot under, such as https://faultline.example.com; ask whoever set up your proxy, or leave it out.',
  POLICY_FILE:
    "it is the path of your team's policy; start from faultline.example.yaml, or leave it out for faultline.yaml.",
  LOG_LEVEL: 'it is trace, debug, info, warn, error, fatal or silent; leave it out for info.',
  TRACKER_TOKEN:
    'it is what the tracker of your policy knows you by: a token of GitHub that may read and write issues, or an API token of https://id.atlassian.com/manage-profile/security/api-tokens for Jira.',
  TRACKER_USER: 'it is the mail address of the account in Jira whose API token TRACKER_TOKEN is; GitHub needs none.',
  TRACKER_WEBHOOK_SECRET:
    'it is what the tracker signs with what it sends to /hooks/tracker, 16 characters of ASCII or more without blanks; make one with "openssl rand -hex 32" and set it in the tracker too.',
} as const;

export type Variable = keyof typeof ADVICE;
