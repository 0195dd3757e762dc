import { redirect } from 'next/navigation';
import { href } from '@/lib/platform/i18n';
import { adminPage } from '../admin-page';

/** The administration begins with the services. */
export default async function AdminPage() {
  const { lang } = await adminPage();
  redirect(href(lang, '/admin/services'));
}
