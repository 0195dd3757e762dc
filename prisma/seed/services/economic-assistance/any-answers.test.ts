import { holdsOfAnyAnswers } from '@/lib/testing/any-answers';

holdsOfAnyAnswers('ekonomiskt-bistand');
