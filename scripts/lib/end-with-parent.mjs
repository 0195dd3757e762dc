// Loaded first into every process that the scripts keep running. The scripts' end closes the channel to it, also when
// they were killed outright: then this process ends too, instead of holding ports and jobs that nobody knows of.
if (process.channel) {
  process.channel.unref();
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 5000).unref();
  });
}
