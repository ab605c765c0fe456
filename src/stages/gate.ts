import { explainCode, nearestCode } from '../domain/explain.ts';
import { pullRequestFault } from '../domain/pull-request/checks.ts';
import { type Command, isForMaintainers, type ReadComment, readCommand } from '../domain/pull-request/command.ts';
import { askConversation } from '../github/conversation.ts';
import { mayWrite } from '../github/permission.ts';
import { react } from '../github/reaction.ts';
import { commandFaultAnswer, explanationAnswer, helpAnswer, unknownCodeAnswer } from '../render/answers.ts';
import { reply } from './gate-answers.ts';
import { cancelMeasurements } from './gate-cancel.ts';
import { type Desk, type GateOutcome, type GateRequest, reactTo } from './gate-desk.ts';
import { orderMeasurement } from './gate-order.ts';

/**
 * Reads a comment as a command, proves the authority of who gave it, and carries it out.
 * @throws Fault of the operator where GitHub cannot be asked; nothing was ordered then
 */
export async function gate(request: GateRequest): Promise<GateOutcome> {
  const { event, github } = request;
  const read = readCommand(event.comment.body);
  if (read.kind === 'silence') return { kind: 'ignored', why: 'The comment is no command.' };
  const name = read.kind === 'fault' ? read.fault.name : read.command.kind;
  try {
    if (isForMaintainers(name) && !(await mayWrite(github, event, event.comment.author))) {
      await reactTo(request, '-1');
      return { kind: 'denied' };
    }
    const conversation = await askConversation(github, event, event.number);
    return await carryOut(read, { ...request, conversation });
  } catch (thrown) {
    // Whoever gave the command looks at the comment, not at the log. What was thrown is what counts.
    await react(github, event, { commentId: event.comment.id, content: 'confused' }).catch(() => false);
    throw thrown;
  }
}

async function carryOut(read: Exclude<ReadComment, { kind: 'silence' }>, desk: Desk): Promise<GateOutcome> {
  const { headSha } = desk.conversation;
  if (read.kind === 'fault') {
    const to = isForMaintainers(read.fault.name) ? 'maintainers' : 'anyone';
    await reply(desk, { answer: commandFaultAnswer(read.fault, headSha), to });
    await reactTo(desk, 'confused');
    return { kind: 'refused', fault: pullRequestFault('P-order-command', read.fault.message) };
  }
  const { command } = read;
  if (command.kind === 'benchmark' || command.kind === 'rerun') return orderMeasurement(command, desk);
  return command.kind === 'cancel' ? cancelMeasurements(desk) : answerAnyone(command, desk);
}

async function answerAnyone(command: Extract<Command, { kind: 'explain' | 'help' }>, desk: Desk): Promise<GateOutcome> {
  const isAnswered = await reply(desk, { answer: answerTo(command, desk.conversation.headSha), to: 'anyone' });
  await reactTo(desk, isAnswered ? '+1' : 'eyes');
  return isAnswered ? { kind: 'answered' } : { kind: 'ignored', why: 'It was answered before, or often enough.' };
}

function answerTo(command: Extract<Command, { kind: 'explain' | 'help' }>, headSha: string) {
  if (command.kind === 'help') return helpAnswer(headSha);
  const known = explainCode(command.code);
  return known === null ? unknownCodeAnswer(nearestCode(command.code)) : explanationAnswer(known);
}
