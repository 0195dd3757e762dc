import { Alert } from '@/components/ui/alert';
import { FieldError } from '@/components/ui/field';
import { Heading } from '@/components/ui/heading';
import { TextLink } from '@/components/ui/text-link';
import type { InformationField as InformationDefinition } from '@/lib/catalogue/domain/form-shape';
import { RichText } from './rich-text';

/** A text among the questions; where it stops the application, it says why and where to go instead. */
export function InformationField({
  field,
  level,
  error,
}: {
  field: InformationDefinition<string>;
  level: 2 | 3;
  error: string | undefined;
}) {
  const instead = field.instead && (
    <p>
      <TextLink href={field.instead.href}>{field.instead.label}</TextLink>
    </p>
  );
  if (field.tone === 'warning' || field.stops) {
    return (
      // The error summary's link lands here.
      <div id={field.id} tabIndex={-1}>
        <Alert kind="warning" title={field.label} level={level}>
          <RichText text={field.text} />
          {instead}
        </Alert>
        {error && <FieldError id={field.id}>{error}</FieldError>}
      </div>
    );
  }
  return (
    <div className="ms-form-information">
      <Heading level={level} size="xs">
        {field.label}
      </Heading>
      <RichText text={field.text} />
      {instead}
    </div>
  );
}
