import { holdsOfAnyAnswers } from '@/lib/testing/any-answers';

holdsOfAnyAnswers('sarskilt-boende');
