import { NoticeBanner } from '@/components/ui/notice-banner';

/** Only where the demo world runs: nobody may take invented people and decisions for real ones. */
export function DemoBanner({
  label,
  text,
  linkText,
  hubUrl,
}: {
  label: string;
  text: string;
  linkText: string;
  hubUrl?: string;
}) {
  return (
    <NoticeBanner kind="demo" label={label}>
      <p>
        {text} {hubUrl && <a href={hubUrl}>{linkText}</a>}
      </p>
    </NoticeBanner>
  );
}
