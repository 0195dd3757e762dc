// Loaded first into every process that the scripts keep running. The scripts' end closes the channel to it, also when
// they were killed outright: then this process ends too, instead of holding ports and jobs that nobody knows of.
// What it starts itself inherits this file, but has channels of its own that are not to be touched: hence the number.
if (process.channel && process.env.STARTED_BY === String(process.ppid)) {
  process.channel.unref();
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 5000).unref();
  });
}
