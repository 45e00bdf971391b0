/**
 * How npm is started with these arguments: `[command, args, options]` for child_process. Windows starts npm's own command through a
 * shell only, so the npm that runs this is called directly where it says where it lives.
 */
export function npmCommand(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) return [process.execPath, [cli, ...args], {}];
  return ['npm', args, { shell: process.platform === 'win32' }];
}
