/** First words of public session names; 64 of them, each short, friendly and easy to say aloud. */
export const ADJECTIVES: readonly string[] = (
  'able agile amber bold brave brief bright brisk calm cheery clear clever cosy crisp curious daring deft eager early ' +
  'easy fair famous fine fleet fond frank free fresh gentle glad golden grand happy hardy honest humble jolly keen kind ' +
  'light lively loyal lucky lunar mellow merry mild modest neat nimble noble patient plucky proud quick quiet rapid ' +
  'ready silver smart steady sunny swift tidy'
).split(' ');

/** Second words of public session names; 64 of them. */
export const ANIMALS: readonly string[] = (
  'badger bear beaver bee bison camel cat cheetah cod crab crane crow deer dingo dolphin dove duck eagle eel egret elk ' +
  'falcon ferret finch fox frog gecko goose hare hawk heron horse ibex ibis jackal jay kiwi koala lark lemur lion lynx ' +
  'mole moose moth newt octopus okapi orca otter owl panda pony puffin quail raven robin seal shrew stork swan tapir ' +
  'tiger trout'
).split(' ');
