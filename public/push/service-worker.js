// Shows what the municipality sends to this browser, and opens the page when it is pressed. It controls no page, keeps
// nothing and fetches nothing: its scope is /push/, where no page is.
self.addEventListener('push', (event) => {
  if (!event.data) return;
  const { title, path, ...options } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { ...options, data: { path } }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  // Only ever a page of ours, whatever the message says.
  const url = new URL(event.notification.data.path, self.location.origin);
  if (url.origin === self.location.origin) event.waitUntil(self.clients.openWindow(url.href));
});
