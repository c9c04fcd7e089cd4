import { receive } from '../server/serve-response-url.ts';
import type { PersonRecord, ResponseUrlRecord } from '../state/records.ts';
import type { State } from '../state/state.ts';
import { Answer } from './answer.ts';
import { enterAsMember, newResponseUrl, newTrigger, type Place, type Scene, shownChannel } from './scene.ts';
import { writeMarkup } from './write-markup.ts';

/** https://docs.slack.dev/interactivity/implementing-slash-commands */
export async function typeCommand(scene: Scene, person: PersonRecord, text: string, where?: Place): Promise<Answer> {
  const { state } = scene;
  const [command = '', ...words] = text.split(' ');
  const known = state.manifest.features.slash_commands.find((other) => other.command === command);
  if (known === undefined) {
    throw new Error(`No app of the workspace has the command ${command}.`);
  }
  const channel = enterAsMember(state, person, where);
  const typed = words.join(' ').trim();
  const trigger = newTrigger(state, person.id);
  const responses = newResponseUrl(state, { userId: person.id, channelId: channel.id });
  const shown = shownChannel(channel);
  const delivered = await scene.deliver({
    kind: 'command',
    payload: {
      token: state.tokens.verification,
      team_id: state.team.id,
      team_domain: state.team.domain,
      channel_id: shown.id,
      channel_name: shown.name,
      user_id: person.id,
      user_name: person.name,
      command,
      text: known.should_escape ? writeMarkup(state, typed, { named: true }) : typed,
      api_app_id: state.bot.appId,
      is_enterprise_install: false,
      response_url: responses.address,
      trigger_id: trigger.id,
    },
  });
  if (delivered.failed === undefined) {
    hear(state, delivered.body, responses.record);
  }
  return new Answer(state, delivered, { trigger, responses: responses.record });
}

/** A command may be answered in the response itself, as text or as a message. */
function hear(state: State, body: string, responses: ResponseUrlRecord): void {
  // Over a socket Bolt acknowledges without words as an empty object.
  if (body === '' || body === '{}') {
    return;
  }
  const given: unknown = body.startsWith('{') ? JSON.parse(body) : { text: body };
  const problem = receive(state, responses, { ...(given as object) });
  if (problem !== undefined) {
    throw new Error(`The bot answered with what is no message: ${problem}: ${body}`);
  }
}
